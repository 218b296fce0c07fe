import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page of components, for whoever works on them; nothing of it is built or shipped. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5180 },
})
