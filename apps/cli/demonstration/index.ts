export { writeDemonstration } from './write-demonstration';
