const { app, BrowserWindow } = require('electron')
const path = require('node:path')

// The least that a desktop application can be: one window, one local page.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 })
  return window.loadFile(path.join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
