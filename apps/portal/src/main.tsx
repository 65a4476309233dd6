import '@mantine/core/styles.css';
import './app/portal.css';
import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { Unreachable } from './api/problem';
import { router } from './app/router';
import { theme } from './app/theme';
import { contrast } from './kit/contrast';
import { LanguageProvider } from './language/language';
import { sessionEnd } from './session/session-end';

/** The nonce that the server gave this page for its styles: a browser shows it to scripts, not to the document. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// Mantine's dialogues keep the page behind them from scrolling by a style of their own, whose maker looks here.
Object.assign(window, { __webpack_nonce__: nonce });

contrast.show();

const client = new QueryClient({
  queryCache: new QueryCache({ onError: (thrown) => sessionEnd.noticeIn(thrown) }),
  mutationCache: new MutationCache({ onError: (thrown) => sessionEnd.noticeIn(thrown) }),
  defaultOptions: {
    queries: { retry: (failures, thrown) => thrown instanceof Unreachable && failures < 2, staleTime: 5_000 },
    mutations: { networkMode: 'always' },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no place for the portal.');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
