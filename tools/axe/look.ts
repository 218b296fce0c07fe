/** What an annotation of a test is called that tells of one look by axe; `npm run axe` counts them. */
export const AXE_LOOK = 'axe'

/** One look by axe at one page as it stood. */
export interface AxeLook {
  readonly page: 'console' | 'kiosk' | 'phone' | 'components' | 'documentation'
  /** The screen, dialog or state, by the words of the test. */
  readonly where: string
  readonly colours: 'light' | 'dark' | 'high contrast'
  readonly language: string
  readonly width: number
  readonly height: number
  /** Text at least one and a half times as large as the page has it. */
  readonly isTextLarge: boolean
  readonly findings: number
}
