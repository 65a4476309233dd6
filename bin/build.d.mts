export function isCurrent(root?: string): boolean;
export function build(): Promise<number>;
