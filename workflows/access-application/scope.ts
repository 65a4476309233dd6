import { becomes } from './changes';
import { settled } from './ethics';
import { ChangeScopePayload } from './payloads';

/** A change of scope before the decision. What the case was about before is kept beside it. */
export const changesScope = {
  CHANGE_SCOPE: {
    guard: 'scope-outside-application',
    actions: becomes(ChangeScopePayload, (context, { datasets }) =>
      settled({
        ...context,
        formerScopes: [...context.formerScopes, context.scope],
        scope: datasets ?? context.scope,
      }),
    ),
  },
} as const;
