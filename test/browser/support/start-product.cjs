require('../../../scripts/register-typescript.cjs');
module.exports = require('./start-product.ts').startProduct;
