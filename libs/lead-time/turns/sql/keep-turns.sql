insert into case_turns (root_id, words, turns)
select root_id, words, turns
from tree
on conflict (root_id) do update set words = excluded.words, turns = excluded.turns
