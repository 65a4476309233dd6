import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // Addresses relative to the page's `<base>`, so that one build works below any path.
  base: './',
  // The server puts a new one into every page: apps/api/portal/portal-page.ts.
  html: { cspNonce: 'NONCE-OF-THE-PAGE' },
  build: {
    outDir: '../../dist/portal',
    emptyOutDir: true,
    target: 'es2023',
    // `data:` addresses would have to be allowed by the policy.
    assetsInlineLimit: 0,
    // What the first page loads is read from it: scripts/check-bundle.mjs.
    manifest: true,
    reportCompressedSize: false,
    // How much a browser loads first is held by scripts/check-bundle.mjs.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { onLog },
  },
});

/** Libraries mark their files for servers that render, of which there is none here. */
function onLog(level, log, tell) {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
}
