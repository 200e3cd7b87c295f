-- the table of the audit trail, a file of its own in the workspace: nothing in it is changed or taken away

-- one row per thing begun and per thing ended; begyndt_nr is the row of its beginning
create table spor (
    nr integer primary key,
    tidspunkt text not null,
    konto text not null,
    handling text not null,
    periode text,
    begyndt_nr integer references spor (nr),
    udfald text not null check (udfald in ('begyndt', 'gennemført', 'afvist', 'afbrudt', 'fejl')),
    hvad text,
    program_version text not null,
    kaede text not null
);

create trigger spor_aendres_ikke before update on spor
begin
    select raise(abort, 'the audit trail is only added to');
end;

create trigger spor_slettes_ikke before delete on spor
begin
    select raise(abort, 'the audit trail is only added to');
end;
