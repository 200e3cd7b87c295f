-- macros of the funnel: how far a share of n units may lie from the country's without being more than chance

-- The limits of Spiegelhalter (2005), Funnel plots for comparing institutional
-- performance, section A.1.1: the country's share p (0 to 1), plus and minus
-- so many standard errors of a share of n; in percent, never outside 0 to 100
create macro ud.tragt_nedre(p, n, z) as (
    100 * greatest(0.0, p - z * sqrt(p * (1 - p) / n))
);

create macro ud.tragt_oevre(p, n, z) as (
    100 * least(1.0, p + z * sqrt(p * (1 - p) / n))
);

-- where a percent lies: over or under both limits, the inner one alone, or
-- neither; 1.96 and 3.09 standard errors are 95 and 99.8 %
create macro ud.tragt_placering(procent, p, n) as (
    case
        when procent > tragt_oevre(p, n, 3.090232306167813) then 'over_998'
        when procent < tragt_nedre(p, n, 3.090232306167813) then 'under_998'
        when procent > tragt_oevre(p, n, 1.959963984540054) then 'over_95'
        when procent < tragt_nedre(p, n, 1.959963984540054) then 'under_95'
        when procent is not null then 'inden_for'
    end
);
