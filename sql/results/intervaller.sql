-- one macro per interval that value kinds and target kinds share; 95 %
-- throughout

-- Wilson (1927): the limits of a share of k in n, in percent; exact at both
-- ends
create temp macro wilson_midte(k, n) as (
    (k / n + z_fraktil() * z_fraktil() / (2 * n))
    / (1 + z_fraktil() * z_fraktil() / n)
);

create temp macro wilson_bredde(k, n) as (
    z_fraktil()
    * sqrt(
        (k / n) * (1 - k / n) / n
        + z_fraktil() * z_fraktil() / (4 * n * n)
    )
    / (1 + z_fraktil() * z_fraktil() / n)
);

create temp macro wilson_nedre(k, n) as (
    case
        when n = 0 then null
        when k = 0 then 0.0::double
        else
            100 * (
                wilson_midte(k::double, n::double)
                - wilson_bredde(k::double, n::double)
            )
    end
);

create temp macro wilson_oevre(k, n) as (
    case
        when n = 0 then null
        when k = n then 100.0::double
        else
            100 * (
                wilson_midte(k::double, n::double)
                + wilson_bredde(k::double, n::double)
            )
    end
);

-- Poisson limits of a count: exact below 10 (Garwood 1936), from 10 on Byar's
-- approximation (Breslow and Day 1987, volume II, section 2.3)
create temp macro poisson_nedre(o) as (
    case
        when o < 10 then poisson_eksakt_nedre(o)
        else
            o * pow(
                1 - 1 / (9 * o::double) - z_fraktil() / (3 * sqrt(o)), 3
            )
    end
);

create temp macro poisson_oevre(o) as (
    case
        when o < 10 then poisson_eksakt_oevre(o)
        else
            (o + 1) * pow(
                1 - 1 / (9 * (o + 1.0::double))
                + z_fraktil() / (3 * sqrt(o + 1)),
                3
            )
    end
);

-- Student's t (0.975): by table to 50 degrees of freedom, above by the
-- expansion of Abramowitz and Stegun 26.7.5, there right to 2e-9 relative
create temp macro t_raekke(df, z) as (
    z
    + (pow(z, 3) + z) / (4 * df)
    + (5 * pow(z, 5) + 16 * pow(z, 3) + 3 * z) / (96 * pow(df, 2))
    + (3 * pow(z, 7) + 19 * pow(z, 5) + 17 * pow(z, 3) - 15 * z)
    / (384 * pow(df, 3))
    + (
        79 * pow(z, 9) + 776 * pow(z, 7) + 1482 * pow(z, 5)
        - 1920 * pow(z, 3) - 945 * z
    ) / (92160 * pow(df, 4))
);

create temp macro t_fraktil(df) as (
    case
        when df <= 50 then t_tabel(df)
        else t_raekke(df::double, z_fraktil())
    end
);

-- The rank of a median's lower limit: the largest whole k such that at most k -
-- 1 heads in n throws have a probability of at most 0.025; null below n = 6.
-- The Cornish-Fisher expansion of the binomial quantile to the order 1/n
-- (Cornish and Fisher 1938): equal to the exact k for every n from 6 to
-- 1,000,000, which tools/quantiles.py verifies.
create temp macro median_rang(n) as (
    case
        when n >= 6 then
            floor((
                n + 1
                - z_fraktil() * sqrt(n)
                * (1 - (z_fraktil() * z_fraktil() - 1) / (12 * n::double))
            ) / 2)::bigint
    end
);

-- Newcombe (1998), method 10: how far the difference of two shares p - p0 may
-- lie below and above what was found, from the Wilson limits of each
create temp macro newcombe_nedre(p, nedre, p0, oevre0) as (
    p - p0 - sqrt(pow(p - nedre, 2) + pow(oevre0 - p0, 2))
);

create temp macro newcombe_oevre(p, oevre, p0, nedre0) as (
    p - p0 + sqrt(pow(oevre - p, 2) + pow(p0 - nedre0, 2))
);

-- The ratio of two rates a/x and b/y: given a + b events, a is binomial, and
-- its Wilson limits are limits of the ratio (Przyborowski and Wilenski 1940;
-- Graham, Mengersen and Morton 2003)
create temp macro rateforhold(a, x, b, y) as (
    a / x * y / nullif(b, 0)
);

-- from p, a's share of the events, to the ratio; none where it is all of them
create temp macro forhold_af_andel(p, x, y) as (
    case when p < 1 then p / (1 - p) * y / x end
);

create temp macro rateforhold_nedre(a, x, b, y) as (
    case
        when b > 0 then forhold_af_andel(wilson_nedre(a, a + b) / 100, x, y)
    end
);

create temp macro rateforhold_oevre(a, x, b, y) as (
    case
        when b > 0 then forhold_af_andel(wilson_oevre(a, a + b) / 100, x, y)
    end
);

-- Welch (1947): half the width of the interval of a difference of two means,
-- the degrees of freedom by Satterthwaite (1946), rounded down
create temp macro welch_df(v, n, v0, n0) as (
    greatest(
        floor(
            pow(v / n + v0 / n0, 2)
            / (
                pow(v / n, 2) / (n - 1)
                + pow(v0 / n0, 2) / (n0 - 1)
            )
            + 1e-9
        ),
        1
    )::bigint
);

create temp macro welch_bredde(v, n, v0, n0) as (
    case
        when n >= 2 and n0 >= 2 and (v > 0 or v0 > 0) then
            t_fraktil(welch_df(v, n::double, v0, n0::double))
            * sqrt(v / n::double + v0 / n0::double)
    end
);

-- too few units to be told without a word, whether there is a target or not;
-- a share is only held against its target, a count and a sum are what they are
create temp macro er_faa(vaerditype, n) as (
    vaerditype not in ('andel', 'antal', 'sum') and n < 5
);
