; What the uninstaller says before it begins. An update runs it too, but silently.
!macro customUnWelcomePage
  !define MUI_WELCOMEPAGE_TITLE "Uninstall Kerbside"
  !define MUI_WELCOMEPAGE_TEXT "Kerbside will be removed from this computer.$\r$\n$\r$\nIts data stays: bookings, receipts, settings and backups remain in $APPDATA\Kerbside, and are there again when Kerbside is installed anew. To remove them too, delete that folder yourself afterwards."
  !insertmacro MUI_UNPAGE_WELCOME
!macroend
