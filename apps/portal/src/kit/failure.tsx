import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { Problem } from '../api/problem';
import { useLanguage } from '../language/language';
import { useReason } from './reason';

interface FailureProps {
  /** What was thrown. */
  readonly of: unknown;
  readonly again?: () => void;
}

/** What went wrong, in words of the API where it has some, and how to go on. */
export function Failure({ of, again }: FailureProps) {
  const { texts } = useLanguage();
  const reason = useReason(of);
  const problem = of instanceof Problem ? of.body : null;
  return (
    <Alert color="red" variant="outline" role="alert">
      <Stack gap="xs" align="flex-start">
        <Text>{reason ?? texts.app.unreachable}</Text>
        {problem?.details !== undefined && problem.details.length > 0 && (
          <List size="sm">
            {problem.details.map((detail) => (
              <List.Item key={detail}>{detail}</List.Item>
            ))}
          </List>
        )}
        {again !== undefined && (
          <Button variant="default" onClick={again}>
            {texts.app.tryAgain}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
