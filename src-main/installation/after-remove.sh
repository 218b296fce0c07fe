#!/bin/sh
# After the package's files are gone. As electron-builder's own, and besides: it leaves an upgrade alone (rpm runs this for the old version
# when the new one has already made its link), and says what stays. What stands in braces is filled in by electron-builder.

case "$1" in
  # deb says what happens in a word, rpm how many versions are left.
  upgrade | failed-upgrade | abort-install | abort-upgrade | disappear | 1) exit 0 ;;
esac

if command -v update-alternatives >/dev/null 2>&1; then
  update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}' || true
fi
rm -f '/usr/bin/${executable}'

# It was put there after the installation, so that no package manager knows of it.
profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ]; then
  if apparmor_status --enabled >/dev/null 2>&1 && ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --remove "$profile" || true
  fi
  rm -f "$profile"
fi

case "$1" in
  remove | 0)
    echo 'Kerbside is removed. Its data stays: bookings, receipts and backups are in ~/.config/Kerbside of whoever ran it.'
    ;;
esac
exit 0
