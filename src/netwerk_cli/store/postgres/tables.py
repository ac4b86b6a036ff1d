"""The tables of the database. Documents are `json` and not `jsonb`: their text stays as it was written, key by key."""

from __future__ import annotations

LAYOUT = 1
"""The version of these tables; what is in the documents has a schema of its own."""

MAKE = """
create schema netwerk;
create table netwerk.meta (
    layout integer not null,
    document json not null
);
create unique index on netwerk.meta ((true));
create sequence netwerk.change_number;
create table netwerk.owner (
    position bigint generated always as identity,
    kind text not null check (kind in ('event', 'group', 'retired')),
    slug text not null,
    number bigint not null,
    document json not null,
    primary key (kind, slug)
);
create unique index on netwerk.owner (slug) where kind <> 'retired';
create table netwerk.person (
    owner text not null,
    number bigint not null,
    address text not null,
    document json not null,
    status text generated always as (document ->> 'status') stored,
    no_seat boolean generated always as (document ->> 'no_seat' = 'true') stored,
    primary key (owner, number)
);
create index on netwerk.person (owner, status, no_seat);
create index on netwerk.person (address);
create table netwerk.change (
    number bigint primary key,
    token uuid not null unique,
    document json not null
);
create table netwerk.other (
    name text not null,
    number bigint not null,
    document json not null,
    primary key (name, number)
);
create table netwerk.kept (
    number bigint primary key,
    written_at timestamptz not null,
    content bytea not null
);
"""

LOOK = """
select 'meta', '', layout, document::text, extract(epoch from clock_timestamp())::text from netwerk.meta
union all select 'change', '', coalesce(max(number), 0), '', '' from netwerk.change
"""
"""What every view begins with: the record of the store itself, the clock of the server, and the last change."""

OWNED = """
union all select kind, slug, number, document::text, '' from netwerk.owner where slug = %s and kind <> 'retired'
union all select 'person', owner, number, document::text, '' from netwerk.person where owner = %s
"""

RETIRED = "select number, document::text from netwerk.owner where kind = 'retired' order by number"

OTHERS = """
select distinct name from netwerk.other
union all select 'retired' where exists (select from netwerk.owner where kind = 'retired')
union all select distinct 'registrations:' || owner from netwerk.person
 where owner not in (select slug from netwerk.owner where kind <> 'retired')
union all select 'changes:' || min(number) from netwerk.change having count(*) > 0
"""
"""The names of tables that are neither of an event nor of a group, and of people whose event is gone."""

EMPTY = """
delete from netwerk.person; delete from netwerk.owner; delete from netwerk.change; delete from netwerk.other;
"""
