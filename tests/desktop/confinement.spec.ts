import { expect, test } from '@playwright/test'
import { addressesOf, type DesktopApp, startDesktop, targets } from './desktop-app.ts'

for (const target of targets) {
  test.describe(`the window of the ${target.name}`, () => {
    let desktop: DesktopApp

    test.beforeAll(async () => {
      desktop = await startDesktop(target)
      await desktop.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    })
    test.afterAll(() => desktop?.dispose())

    test('runs its page sandboxed, isolated and without Node', async () => {
      const preferences = await desktop.app.evaluate(({ BrowserWindow }) => {
        const page = BrowserWindow.getAllWindows()[0]!.webContents as unknown as { getLastWebPreferences(): object }
        return page.getLastWebPreferences()
      })
      expect(preferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      })
      expect(await desktop.page.evaluate(() => [typeof process, typeof require, typeof module])).toEqual(
        Array(3).fill('undefined'),
      )
    })

    test('gives the page the bridge, and nothing generic', async () => {
      const bridge = await desktop.page.evaluate(() => Object.keys(window.kerbside!).toSorted())
      expect(bridge).toEqual([
        'autostart',
        'notify',
        'openDataFolder',
        'openWindow',
        'printPage',
        'printing',
        'publicUrl',
        'showBadge',
        'staffUrl',
        'updates',
        'version',
      ])
    })

    test('serves every answer with the policy', async () => {
      const headers = await desktop.page.evaluate(async () => {
        const paths = ['/', '/api/v1/time', '/nowhere.js']
        return Promise.all(paths.map(async (path) => (await fetch(path)).headers.get('content-security-policy')))
      })
      for (const policy of headers) expect(policy).toContain("default-src 'none'; script-src 'self'")
      const others = await desktop.page.evaluate(async () => {
        const names = ['x-content-type-options', 'permissions-policy', 'cross-origin-opener-policy', 'cache-control']
        const { headers: sent } = await fetch('/')
        return names.map((name) => sent.get(name))
      })
      expect(others).toEqual(['nosniff', expect.stringContaining('camera=()'), 'same-origin', 'no-store'])
    })

    test('lets no path lead out of the page’s folder', async () => {
      const statuses = await desktop.page.evaluate(async () => {
        const paths = [
          '/../kiosk/index.html',
          '/%2e%2e/kiosk/index.html',
          '/..%2fkiosk/index.html',
          '/..%5ckiosk%5cindex.html',
          '/.env.json',
        ]
        return Promise.all(paths.map(async (path) => (await fetch(path)).status))
      })
      expect(statuses).toEqual([404, 404, 404, 404, 404])
    })

    test('goes nowhere else', async () => {
      const { page } = desktop
      const { staffUrl, publicUrl } = await addressesOf(page)
      const away = [
        'https://example.com/',
        `${staffUrl}/console/`,
        `${publicUrl}/kiosk/`,
        'app://evil/',
        'file:///etc/passwd',
      ]
      for (const url of away) {
        await page.evaluate((to) => window.location.assign(to), url)
        await page.evaluate((to) => {
          const link = document.createElement('a')
          link.href = to
          document.body.append(link)
          link.click()
          link.remove()
        }, url)
      }
      await expect.poll(desktop.stderr).toContain('refused to go to https://example.com/')
      // Asked of the page itself: Playwright waits for the navigations to come to an end, which none of them does.
      const here = await page.evaluate(() => [window.location.href, document.querySelector('h1')?.textContent])
      expect(here).toEqual(['app://console/', 'Sign in'])
    })

    test('opens no other window and no frame', async () => {
      const { page, app } = desktop
      const opened = await page.evaluate(() =>
        ['https://example.com/', 'app://console/', 'about:blank'].map((url) => window.open(url)),
      )
      expect(opened).toEqual([null, null, null])
      const refused = await page.evaluate(async () => {
        const addresses = ['https://example.com/', 'app://console/', 'data:text/html,<p>frame</p>']
        const seen: string[] = []
        const all = new Promise<string[]>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
            if (seen.push(effectiveDirective) === addresses.length) resolve(seen)
          })
        })
        for (const address of addresses) {
          const frame = document.createElement('iframe')
          frame.src = address
          document.body.append(frame)
        }
        return all
      })
      expect(refused).toEqual(Array(3).fill('frame-src'))
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
      const shown = page.frames().filter((frame) => /^(https|app|data):/.test(frame.url()))
      expect(shown).toEqual([page.mainFrame()])
      await page.evaluate(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()))
    })

    test('embeds no other page by a tag of Electron’s', async () => {
      const { page, app } = desktop
      const isInert = await page.evaluate(() => {
        const tag = document.createElement('webview')
        tag.setAttribute('src', 'https://example.com/')
        document.body.append(tag)
        const inert = !('getWebContentsId' in tag)
        tag.remove()
        return inert
      })
      expect(isInert).toBe(true)
      const kinds = await app.evaluate(({ webContents }) =>
        webContents.getAllWebContents().map((each) => each.getType()),
      )
      expect(kinds).toEqual(['window'])
    })

    test('saves nothing that the console did not make', async () => {
      const { page } = desktop
      await page.evaluate(() => {
        const link = document.createElement('a')
        link.href = '/index.html'
        link.download = 'page.html'
        document.body.append(link)
        link.click()
        link.remove()
      })
      await expect.poll(desktop.stderr).toContain('refused a download of app://console/index.html')
    })

    test('answers on its scheme to its own host, to reading, and to its own files', async () => {
      const answers = await desktop.page.evaluate(async () => {
        const ask = (address: string, method = 'GET') =>
          fetch(address, { method }).then(
            ({ status }) => status,
            () => 'refused',
          )
        return Promise.all([
          ask('/index.html'),
          ask('/index.html', 'POST'),
          ask('/index.html', 'DELETE'),
          ask('/package.json'),
          ask('app://console.evil/index.html'),
        ])
      })
      expect(answers).toEqual([200, 404, 404, 404, 'refused'])
    })

    test('opens developer tools in a development tree only', async () => {
      const inTree = target.name === 'development tree'
      const isOpened = () =>
        desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.isDevToolsOpened())
      await desktop.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.openDevTools({ mode: 'detach' }),
      )
      if (inTree) await expect.poll(isOpened).toBe(true)
      // Where they may not open, they would have by now.
      await desktop.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)))
      expect(await isOpened()).toBe(inTree)
      await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.closeDevTools())
    })

    test('has no permission and no device', async () => {
      const { page } = desktop
      const answers = await page.evaluate(async () => {
        const refusal = (error: unknown) => (error instanceof Error ? error.name : 'refused')
        const names = ['geolocation', 'notifications', 'camera', 'microphone', 'persistent-storage'] as PermissionName[]
        return {
          states: await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state)),
          notifications: await Notification.requestPermission(),
          clipboard: await navigator.clipboard.readText().catch(refusal),
          screen: await navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => 'granted', refusal),
          position: await new Promise((resolve) => {
            navigator.geolocation.getCurrentPosition(
              () => resolve('granted'),
              () => resolve('refused'),
            )
          }),
        }
      })
      const devices = await page.evaluate(async () => {
        type Kind = { getDevices?(): Promise<unknown[]>; getPorts?(): Promise<unknown[]> }
        const kinds = navigator as unknown as Record<string, Kind>
        const seen: unknown[] = []
        for (const kind of ['usb', 'hid', 'serial']) {
          const list = kinds[kind]?.getDevices?.() ?? kinds[kind]?.getPorts?.()
          seen.push(
            await list?.then(
              ({ length }) => length,
              (error: unknown) => (error instanceof Error ? error.name : 'refused'),
            ),
          )
        }
        return seen
      })
      // Each list is empty, or kept away by the page's permissions policy before anybody is asked.
      for (const seen of devices) expect([0, undefined, 'SecurityError']).toContain(seen)
      expect(answers).toEqual({
        states: Array(5).fill('denied'),
        notifications: 'denied',
        clipboard: 'NotAllowedError',
        screen: 'NotAllowedError',
        position: 'refused',
      })
    })

    test('runs no inline script and takes no text for HTML', async () => {
      const outcome = await desktop.page.evaluate(() => {
        let html = 'taken'
        try {
          document.body.insertAdjacentHTML('beforeend', '<b>text</b>')
        } catch (error) {
          html = (error as Error).name
        }
        const script = document.createElement('script')
        try {
          script.text = 'window.ranInline = true'
          document.body.append(script)
        } catch {
          // Refused already as text.
        }
        return { html, ranInline: 'ranInline' in window }
      })
      expect(outcome).toEqual({ html: 'TypeError', ranInline: false })
    })

    test('reaches nothing on a network but the staff listener’s sockets', async () => {
      const { page, app } = desktop
      const { staffUrl, publicUrl } = await addressesOf(page)
      const refused = await page.evaluate(
        async (urls) =>
          Promise.all(
            urls.map((url) =>
              fetch(url, { mode: 'no-cors' }).then(
                () => 'reached',
                () => 'refused',
              ),
            ),
          ),
        [`${staffUrl}/healthz`, `${publicUrl}/healthz`, 'https://example.com/', 'app://evil/'],
      )
      expect(refused).toEqual(Array(4).fill('refused'))
      const open = (url: string) =>
        page.evaluate(
          (to) =>
            new Promise((resolve) => {
              const socket = new WebSocket(to)
              socket.addEventListener('message', () => resolve('open'))
              socket.addEventListener('error', () => resolve('refused'))
            }),
          url,
        )
      expect(await open(`${staffUrl.replace('http', 'ws')}/ws/time/`)).toBe('open')
      expect(await open(`${publicUrl.replace('http', 'ws')}/ws/time/`)).toBe('refused')
      // Below the page's own policy stands the session's.
      const below = await app.evaluate(async ({ BrowserWindow }, url) => {
        const { session } = BrowserWindow.getAllWindows()[0]!.webContents
        return session.fetch(url).then(() => 'reached', String)
      }, `${publicUrl}/healthz`)
      expect(below).toContain('ERR_BLOCKED_BY_CLIENT')
    })

    test('answers its bridge to no other page', async () => {
      const { app } = desktop
      const answer = await app.evaluate(async (electron) => {
        const { BrowserWindow } = electron
        const preload = `${electron.app.getAppPath()}/out/preload/preload.cjs`
        const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
        await foreign.loadURL('data:text/html,<title>foreign</title>')
        const said: unknown = await foreign.webContents.executeJavaScript(
          'window.kerbside.autostart.set(true).then(() => "answered", (error) => error.message)',
        )
        foreign.destroy()
        return said
      })
      expect(answer).toContain('refused, the caller is not the console')
      expect(desktop.stderr()).toContain('refused autostartSet to data:')
    })

    test('answers its bridge only as it was agreed', async () => {
      const { page } = desktop
      const wrong = await page.evaluate(() =>
        window.kerbside!.autostart.set('yes' as unknown as boolean).then(
          () => 'answered',
          (error: unknown) => String(error),
        ),
      )
      expect(wrong).toContain('the arguments are not what it takes')
      expect(await page.evaluate(() => window.kerbside!.autostart.get())).toBe(false)
    })

    test('starts with the session when that is asked for, and not when it is taken back', async () => {
      test.skip(process.platform !== 'linux', 'elsewhere it would change this machine’s own login items')
      const states = await desktop.page.evaluate(async () => {
        const { autostart } = window.kerbside!
        return [await autostart.set(true), await autostart.get(), await autostart.set(false), await autostart.get()]
      })
      expect(states).toEqual([true, true, false, false])
    })
  })
}
