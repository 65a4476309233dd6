import { DATABASE_USES, type DatabaseUse, grantRole, migrateQueues, runMigrations } from '@ledtid/platform';
import { Option } from 'commander';
import { MIGRATIONS } from '../../../migrations';
import { withServer } from '../database';
import type { CommandFile } from '../host';

export const grantCommand: CommandFile = (program, host) => {
  program
    .command('grant <role>')
    .description(
      'as owner of the database: bring its tables up to date, and give a role what it needs of them',
    )
    .addOption(new Option('--for <use>', 'what the role is for').choices(DATABASE_USES).default('service'))
    .action(
      host.run(async (context, role: string, { for: use }: { for: DatabaseUse }) => {
        await withServer(context, async (url) => {
          await runMigrations(url, MIGRATIONS);
          if (context.settings.redisUrl === null) await migrateQueues(url);
          await grantRole(url, role, use);
        });
        const text = `${role} has the rights of ${use}, and no others on Ledtid's tables.`;
        return { document: { role, use }, text };
      }),
    );
};
