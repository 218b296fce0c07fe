import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import '@fontsource-variable/atkinson-hyperlegible-next'
import '../../../src-shared/ui/tokens.css'
import './theme.css'

/** Vitepress's own theme, in our colours and our typeface. */
export const siteTheme: Theme = { extends: DefaultTheme }
