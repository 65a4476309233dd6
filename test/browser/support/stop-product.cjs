require('../../../scripts/register-typescript.cjs');
module.exports = require('./stop-product.ts').stopProduct;
