export { type DemonstrationParts, writeDemonstration } from './write-demonstration';
