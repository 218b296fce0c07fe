import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { type DesktopApp, startDesktop, targets } from './desktop-app.ts'

/** What of a window's page is of the tests' own making: it has no policy, and may do what Electron lets any page do. */
const BARE = '<!doctype html><title>bare</title><p>A page without a policy'
/** Where something might come, it would have come by now. */
const A_WHILE_MS = 1000

for (const target of targets) {
  test.describe(`behind the page’s own policy, the ${target.name}`, () => {
    let desktop: DesktopApp
    let server: Server
    let url: string
    /** What was asked of the server, which stands for all the world. */
    const asked: string[] = []

    test.beforeAll(async () => {
      server = createServer((request, response) => {
        asked.push(request.url ?? '')
        if (request.url === '/away') response.writeHead(302, { location: '/elsewhere' })
        else response.setHeader('content-type', 'text/html')
        response.end(BARE)
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      desktop = await startDesktop(target)
      await desktop.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    })
    test.afterAll(async () => {
      await desktop?.dispose()
      server.close()
    })
    test.beforeEach(() => void (asked.length = 0))

    test('embeds nothing, by frame or by a tag of Electron’s', async () => {
      const seen = await desktop.app.evaluate(
        async ({ BrowserWindow, webContents }, { address, ms }) => {
          const bare = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } })
          await bare.loadURL(address)
          await bare.webContents.executeJavaScript(
            `for (const tag of ['iframe', 'webview']) {
               const embedded = document.createElement(tag)
               embedded.src = ${JSON.stringify(address)} + '/' + tag
               document.body.append(embedded)
             }
             new Promise((resolve) => setTimeout(resolve, ${ms}))`,
          )
          const kinds = webContents.getAllWebContents().map((each) => each.getType())
          const frames = bare.webContents.mainFrame.frames.map((frame) => frame.url)
          bare.destroy()
          return { kinds, frames }
        },
        { address: url, ms: A_WHILE_MS },
      )
      expect(seen.kinds.filter((kind) => kind !== 'window')).toEqual([])
      expect(seen.frames.filter((frame) => frame.startsWith('http'))).toEqual([])
      expect(asked.filter((path) => path !== '/' && path !== '/favicon.ico')).toEqual([])
      expect(desktop.stderr()).toContain(`refused to go to ${url}/iframe`)
    })

    test('is led nowhere by a redirect, a link or a script', async () => {
      const outcome = await desktop.app.evaluate(
        async ({ BrowserWindow }, { address, ms }) => {
          const bare = new BrowserWindow({ show: false })
          const redirected = await bare.loadURL(`${address}/away`).then(() => 'followed', String)
          await bare.loadURL(`${address}/bare`)
          await bare.webContents.executeJavaScript(
            `location.assign(${JSON.stringify(address)} + '/assigned')
             window.open(${JSON.stringify(address)} + '/opened')
             new Promise((resolve) => setTimeout(resolve, ${ms}))`,
            true,
          )
          const windows = BrowserWindow.getAllWindows().length
          const here = bare.webContents.getURL()
          bare.destroy()
          return { redirected, windows, here }
        },
        { address: url, ms: A_WHILE_MS },
      )
      expect(outcome).toEqual({ redirected: expect.stringContaining('ERR_'), windows: 2, here: `${url}/bare` })
      expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/away', '/bare'])
      expect(desktop.stderr()).toContain(`refused to go to ${url}/elsewhere`)
    })

    test('grants nothing to a page of any session, and saves nothing for it', async () => {
      const answers: unknown = await desktop.app.evaluate(async ({ BrowserWindow }, address) => {
        const bare = new BrowserWindow({ show: false })
        await bare.loadURL(address)
        const said: unknown = await bare.webContents.executeJavaScript(
          `(async () => ({
             state: (await navigator.permissions.query({ name: 'geolocation' })).state,
             notifications: await Notification.requestPermission(),
           }))()`,
          true,
        )
        bare.webContents.downloadURL(`${address}/file`)
        // Cut short by the refusal, which its end would be taken for.
        await new Promise((resolve) => bare.webContents.session.once('will-download', resolve))
        bare.destroy()
        return said
      }, url)
      expect(answers).toEqual({ state: 'denied', notifications: 'denied' })
      await expect.poll(desktop.stderr).toContain(`refused a download of ${url}/file`)
    })
  })
}
