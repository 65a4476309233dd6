import { LogoutTokenEntity } from './logout-token.entity';
import { SessionEntity } from './session.entity';
import { SignInAttemptEntity } from './sign-in-attempt.entity';

/** Every table that libs/access writes. The migration drift check compares them with `migrations/`. */
export const ACCESS_ENTITIES = [SessionEntity, SignInAttemptEntity, LogoutTokenEntity];
