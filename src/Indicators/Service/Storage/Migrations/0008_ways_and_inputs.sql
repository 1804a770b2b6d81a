-- The way to a target begins before its plan does, and a rating keeps what it rests on.

-- The first year of the plan; null where it is not stated, and until the plan is heard of again.
alter table targets_in_force add plan_from_year int check (plan_from_year between 1000 and 9999);

-- One by one, in order: name, label and value in both languages.
alter table ratings add inputs jsonb not null default '[]' check (jsonb_typeof(inputs) = 'array');
