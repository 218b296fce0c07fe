import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The server's public listener serves the kiosk page here.
export default defineConfig({
  base: '/kiosk/',
  plugins: [react()],
  build: {
    outDir: '../out/kiosk',
    emptyOutDir: true,
    // Tablets on the forecourt: browsers of the last four years or so.
    target: ['es2022', 'chrome108', 'safari16'],
    // No inline script or data: URL in the page: its content security policy allows neither.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})
