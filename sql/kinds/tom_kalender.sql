-- the calendar of no periods, for trying SQL out on empty tables
create temp table opgoerelsesdag (
    opgjort_pr date
);
