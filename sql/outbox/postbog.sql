-- the tables of the ledger, a file of its own in the workspace

-- one row per plan and period: which published figures the mails in the outbox tell of
create table udbakke (
    plan_id text not null,
    periode text not null,
    publikation text not null,
    skrevet text not null,
    primary key (plan_id, periode)
);

-- one row per plan, period, report and recipient
create table forsendelse (
    plan_id text not null,
    periode text not null,
    art text not null check (art in ('team', 'afdeling')),
    team_id text not null,
    modtager text not null,
    udgave integer not null,
    indhold text not null,
    tal text not null,
    fil text not null,
    fil_sha256 text not null,
    message_id text not null,
    tilstand text not null check (tilstand in ('afventer', 'sendt', 'bortfaldet', 'uden_adresse')),
    paabegyndt text,
    sendt text,
    svar text,
    kendt_udgave integer,
    kendt_indhold text,
    kendt_tal text,
    kendt_tidspunkt text,
    kendt_message_id text,
    tvivl text not null,
    primary key (plan_id, periode, art, team_id, modtager)
);

-- one row per release of a period's mails
create table godkendelse (
    plan_id text not null,
    periode text not null,
    godkendt_af text not null,
    konto text not null,
    tidspunkt text not null,
    mails text not null,
    publikation text not null
);

-- one row per thing that happened to a mail, never changed afterwards
create table haendelse (
    tidspunkt text not null,
    plan_id text not null,
    periode text not null,
    art text not null,
    team_id text not null,
    modtager text not null,
    udgave integer not null,
    hvad text not null,
    svar text
);
