export function isCurrent(root?: string): boolean;
export function build(root?: string): Promise<number>;
