export const startEn = { title: 'Start', welcome: 'Welcome, {name}' };
