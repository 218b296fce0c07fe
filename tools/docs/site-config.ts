import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type DefaultTheme } from 'vitepress'
import { projectRoot } from '../places.ts'
import { headingId } from './heading-id.ts'
import { stage } from './stage.ts'

/** The themes of our own tokens go by `data-theme`, vitepress's by a class: the one follows the other, before anything is drawn. */
const followTheme = `{
  const root = document.documentElement
  const follow = () => {
    const more = matchMedia('(prefers-contrast: more)').matches
    root.dataset.theme = more ? 'contrast' : root.classList.contains('dark') ? 'dark' : 'light'
  }
  new MutationObserver(follow).observe(root, { attributeFilter: ['class'] })
  follow()
}`

/** How vitepress makes the site of what \`stageSite\` has put together. Nothing in it asks another host. */
export const siteConfig = defineConfig({
  title: 'Kerbside',
  description:
    'The desktop console of a car park and its car wash, with a kiosk page for customers, on one clock that nobody can bend.',
  lang: 'en',
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: '/kerbside.svg' }],
    ['script', {}, followTheme],
  ],
  outDir: join(projectRoot, 'out/docs'),
  cacheDir: join(stage, 'cache'),
  srcExclude: ['public/**'],
  markdown: {
    anchor: { slugify: headingId },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  vite: { publicDir: join(stage, 'public'), build: { chunkSizeWarningLimit: 4000 }, logLevel: 'warn' },
  themeConfig: {
    logo: { src: '/kerbside.svg', alt: '' },
    nav: [
      { text: 'Guide', link: '/guide/', activeMatch: '^/guide/(?!troubleshooting)' },
      { text: 'When something is wrong', link: '/guide/troubleshooting.html' },
      { text: 'Operations', link: '/operations.html' },
      { text: 'API', link: '/api/', activeMatch: '^/api/' },
    ],
    sidebar: JSON.parse(readFileSync(join(stage, 'sidebar.json'), 'utf8')) as DefaultTheme.SidebarItem[],
    search: { provider: 'local' },
    outline: { level: [2, 3], label: 'On this page' },
    docFooter: { prev: 'Before', next: 'Next' },
  },
})
