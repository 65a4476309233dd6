import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, Matches } from 'class-validator';

/** What may name something in the ledger. It admits no spaces, so that nobody's sentence or name ends up there. */
export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,119}$/;

const ID_HINT = 'letters, digits and . _ : / - only';

export function Id(): PropertyDecorator {
  return Matches(ID_PATTERN, { message: `$property: an id of ${ID_HINT}` });
}

/** A list of ids without repetition; at least one unless `empty`. */
export function Ids({ empty = false }: { empty?: boolean } = {}): PropertyDecorator {
  return all(
    IsArray(),
    ArrayUnique(),
    ArrayMinSize(empty ? 0 : 1),
    ArrayMaxSize(1000),
    Matches(ID_PATTERN, { each: true, message: `$property: ids of ${ID_HINT}` }),
  );
}

/** A list of codes without repetition. */
export function Listed(codes: readonly string[]): PropertyDecorator {
  return all(IsArray(), ArrayUnique(), IsIn(codes, { each: true }));
}

function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (prototype, property) => {
    for (const decorate of decorators) decorate(prototype, property);
  };
}
