-- $1 roots.
select root_id as "rootId", words, turns from case_turns where root_id = any($1)
