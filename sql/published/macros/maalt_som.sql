-- one value: the kind of value of a result; another source than the main one always gives a share
create macro ud.maalt_som(kilde, hovedkilde, vaerditype) as (
    case when kilde = hovedkilde then vaerditype else 'andel' end
);
