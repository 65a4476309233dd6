/** Comments may speak of now(); what runs may not. Line breaks stay, so that positions stay true. */
function withoutComments(sql) {
  const blank = (comment) => comment.replace(/[^\n]/g, ' ');
  return sql.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/--.*$/gm, blank);
}

/** Lets the rules about SQL in strings hold for .sql files as well: each is read as one template literal. */
export const sqlAsText = {
  meta: { name: 'sql-as-text', version: '1' },
  preprocess(text) {
    const literal = withoutComments(text).replaceAll('\\', ' ').replaceAll('`', ' ').replaceAll('${', '  ');
    return [{ text: `\`${literal}\`;`, filename: 'statement.js' }];
  },
  postprocess: (messages) => messages.flat(),
};
