-- A request id is one request's, whoever sends it: who shows the id of another is refused, and may not try under a name of his own.

delete from ground.requests later using ground.requests earlier
where earlier.method = later.method and earlier.request_id = later.request_id
    and (earlier.received_at, earlier.caller) < (later.received_at, later.caller);

alter table ground.requests drop constraint requests_pkey, add primary key (request_id, method);
