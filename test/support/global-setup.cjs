// Jest runs this outside its module registry, where neither TypeScript nor the path aliases are known.
require('../../scripts/register-typescript.cjs');

module.exports = require('./start-database.ts').default;
