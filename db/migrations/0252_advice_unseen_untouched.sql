-- Module: advice. What somebody does not see they do not change; what is forgotten is not found by words either.

-- An update without a condition asks no policy of reading, so the policy of changing names the same persons.
do $$
declare
  ours constant text := 'desk_id = any (coalesce((select advice.mine()), ''{}''::uuid[]))';
  known constant text := '%1$s <> ''person'' or %2$s = any (coalesce((select advice.my_persons()), ''{}''::uuid[])) or desk_id = any (coalesce((select advice.leads()), ''{}''::uuid[]))';
begin
  execute format('alter policy changed on advice.client using (%s and (%s)) with check (%s)', ours, format(known, 'kind', 'id'), ours);
  execute format('alter policy changed on advice.client_adviser using (%s and (%s)) with check (%s)', ours, format(known, 'client_kind', 'client_id'), ours);
end
$$;
