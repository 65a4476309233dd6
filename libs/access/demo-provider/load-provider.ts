type OidcProvider = typeof import('oidc-provider');

/**
 * The library, loaded when somebody needs it: it takes its time, and every command of the command line would wait for
 * it. While it loads it warns that it would rather run on Node 22; on Node 20 our own tests show that it works, and a
 * warning at every start would teach people to read past warnings.
 */
export async function loadProvider(): Promise<OidcProvider> {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('Unsupported runtime')) warn(...said);
  };
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}
