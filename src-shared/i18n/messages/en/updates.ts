/** What the desktop's console says about newer versions of Kerbside. */
export const updates = {
  'updates.title': 'Updates',
  'updates.version': 'This is Kerbside {version}.',
  'updates.none.no_feed':
    'Nobody has said where updates come from, so Kerbside does not look for them. Whoever looks after this computer sets KERBSIDE_UPDATE_URL.',
  'updates.none.feed_refused':
    'Where updates should come from cannot be used: it takes an https address. Whoever looks after this computer corrects KERBSIDE_UPDATE_URL.',
  'updates.none.package_manager':
    'The system’s own package manager brings updates here. Install the newer package with it.',
  'updates.none.read_only':
    'Kerbside may not write to where it lies, so it cannot update itself. Move it to a folder of your own, or have it updated by whoever put it there.',
  'updates.none.not_installed': 'This Kerbside was not installed, so it does not update itself.',
  'updates.none.unsigned':
    'This Kerbside is not signed, so it could not tell whether an update is from the same maker. Install newer versions by hand.',
  'updates.current': 'This is the newest version.',
  'updates.notLooked': 'Kerbside has not looked for a newer version yet.',
  'updates.looking': 'Looking for a newer version…',
  'updates.downloading': 'Fetching version {version}: {percent} %',
  'updates.progress': 'Fetching version {version}',
  'updates.failed.unreachable':
    'No newer version could be looked for: the address of the updates did not answer. Kerbside tries again in a few hours.',
  'updates.failed.damaged':
    'What was fetched is not what was announced, so it was thrown away. Nothing was changed. If it happens again, tell whoever looks after this computer.',
  'updates.ready': 'Version {version} is ready.',
  'updates.readyHint':
    'It is installed with the button below, and, except on macOS, when Kerbside is quit while no shift is open. A backup is made before.',
  'updates.notes': 'What is new',
  'updates.notes.of': 'What is new in {version}',
  'updates.notes.none': 'Nothing was written about it.',
  'updates.install': 'Restart and update',
  'updates.held': 'A shift is open. Close it first: nobody should have to wait at the counter for an update.',
  'updates.held.unknown': 'Whether a shift is open is not known just now.',
  'updates.ask': 'Restart and update to {version}?',
  'updates.askText':
    'Kerbside ends, installs the version and starts again: a minute or two. Kiosks cannot book meanwhile. A backup is made before.',
  'updates.answer.nothing_ready': 'There is nothing to install any more. Look again.',
  'updates.answer.shift_open': 'A shift was opened meanwhile. Close it first.',
  'updates.answer.not_admin': 'Only an admin may update. Sign in as one.',
  'updates.restarting': 'Kerbside is restarting…',
  'updates.look': 'Look now',
  'updates.check': 'Look for newer versions by itself',
  'updates.channel': 'Versions',
  'updates.channel.stable': 'Those meant for everybody',
  'updates.channel.beta': 'Also those before them, to try out',
  'updates.ofNewer':
    'A newer Kerbside wrote these settings. They are left as they are; install that version again to change them.',
  'updates.banner': 'Kerbside {version} is ready to be installed.',
  'updates.banner.look': 'Look at it',
  'updates.news': 'Kerbside was updated: this is version {version}.',
} as const
