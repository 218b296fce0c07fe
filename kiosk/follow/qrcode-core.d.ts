/** The encoder without its renderers, which the kiosk's page has no use for: it draws the modules itself. */
declare module 'qrcode/lib/core/qrcode.js' {
  export { create } from 'qrcode'
}
