/** One page of the documentation: its name in the sidebar, and its file below `docs/`. */
export interface Page {
  readonly title: string
  readonly file: string
  /** For a wall: printed in large letters, on one page. */
  readonly poster?: true
}

export interface Section {
  readonly title: string
  readonly pages: readonly Page[]
}

/** Every page under `docs/`, in the order in which the site's sidebar offers them. A test holds it against the folder. */
export const sections: readonly Section[] = [
  {
    title: 'Guide',
    pages: [
      { title: 'Where to begin', file: 'guide/README.md' },
      { title: 'Customers', file: 'guide/customers.md' },
      { title: 'A sheet for the entrance', file: 'guide/kiosk-sheet.md', poster: true },
      { title: 'Attendants', file: 'guide/attendants.md' },
      { title: 'Owners', file: 'guide/owners.md' },
      { title: 'Admins', file: 'guide/admins.md' },
      { title: 'When something is wrong', file: 'guide/troubleshooting.md' },
    ],
  },
  {
    title: 'See it',
    pages: [
      { title: 'Every screen', file: 'screens.md' },
      { title: 'Two cars, touch by touch', file: 'walk-through.md' },
      { title: 'How it looks', file: 'design.md' },
      { title: 'Accessibility', file: 'accessibility.md' },
    ],
  },
  {
    title: 'Run it',
    pages: [
      { title: 'Operations', file: 'operations.md' },
      { title: 'PostgreSQL', file: 'postgres.md' },
      { title: 'Tablets', file: 'kiosk-tablets.md' },
      { title: 'The lot as a file', file: 'lot-file.md' },
    ],
  },
  {
    title: 'Its rules',
    pages: [
      { title: 'Parking', file: 'parking.md' },
      { title: 'Wash board', file: 'wash-board.md' },
      { title: 'Tariffs', file: 'tariffs.md' },
      { title: 'Money', file: 'money.md' },
      { title: 'Trusted time', file: 'trusted-time.md' },
    ],
  },
  {
    title: 'Build on it',
    pages: [
      { title: 'Architecture', file: 'architecture.md' },
      { title: 'Development', file: 'development.md' },
      { title: 'Protocol', file: 'protocol.md' },
      { title: 'Languages', file: 'languages.md' },
      { title: 'Performance', file: 'performance.md' },
      { title: 'Scale', file: 'scale.md' },
      { title: 'Security', file: 'security.md' },
      { title: 'Dependencies', file: 'dependencies.md' },
      { title: 'What was not tried', file: 'not-tried.md' },
    ],
  },
  {
    title: 'Decisions',
    pages: [
      { title: 'All decisions', file: 'decisions/README.md' },
      { title: '0001 Valibot', file: 'decisions/0001-valibot.md' },
      { title: '0002 Route table', file: 'decisions/0002-route-table.md' },
      { title: '0003 Group commit', file: 'decisions/0003-group-commit.md' },
      { title: '0004 Manage tokens', file: 'decisions/0004-manage-tokens.md' },
      { title: '0005 Estimate inside bounds', file: 'decisions/0005-estimate-inside-bounds.md' },
      { title: '0006 Limits by business time', file: 'decisions/0006-limits-by-business-time.md' },
      { title: '0007 One allocation table', file: 'decisions/0007-one-allocation-table.md' },
      { title: '0008 Payments and receipts', file: 'decisions/0008-payments-and-receipts.md' },
      { title: '0009 Frozen quotes', file: 'decisions/0009-frozen-quotes.md' },
      { title: '0010 One decision function', file: 'decisions/0010-one-decision-function.md' },
      { title: '0011 Occupied bays roll on', file: 'decisions/0011-occupied-bays-roll-on.md' },
      { title: '0012 Exchanges follow ticks', file: 'decisions/0012-exchanges-follow-ticks.md' },
      { title: '0013 React Aria Components', file: 'decisions/0013-component-library.md' },
      { title: '0014 API reference', file: 'decisions/0014-api-reference.md' },
      { title: '0015 A bus of hints', file: 'decisions/0015-bus-of-hints.md' },
      { title: '0016 PostgreSQL', file: 'decisions/0016-postgresql-behind-the-store.md' },
    ],
  },
]

/** Pages from the repository's root that the site has beside them, under a name that no page of `docs/` has in other letters. */
export const rootPages: readonly (Page & { readonly from: string })[] = [
  { title: 'Kerbside', file: 'README.md', from: 'README.md' },
  { title: 'What changed', file: 'project/changelog.md', from: 'CHANGELOG.md' },
  { title: 'Report a weakness', file: 'project/report-a-weakness.md', from: 'SECURITY.md' },
]
