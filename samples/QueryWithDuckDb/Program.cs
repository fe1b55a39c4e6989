using DuckDB.NET.Data;
using QueryWithDuckDb;

if (args is not [string results, string periods])
{
    Console.Error.WriteLine("usage: QueryWithDuckDb RESULTS.parquet PERIODS.parquet");
    return 2;
}

try
{
    using var notebook = new Notebook();
    notebook.Open("results", results);
    notebook.Open("periods", periods);

    notebook.Show(
        "What the results were made with",
        """
        SELECT about ->> '$.manifest.version' AS version, about ->> '$.profile' AS profile, about ->> '$.hostPoll' AS hostPoll
        FROM (SELECT decode(value)::JSON AS about FROM parquet_kv_metadata($results) WHERE decode(key) = 'predictors')
        """);
    notebook.Show(
        "Over all traces: the cheapest predictors, and what they cost where they do worst",
        """
        SELECT predictor, parameters, count(*) AS traces, round(avg(wastePercent), 2) AS wastePercent,
               round(max(regret), 3) AS worstRegret, arg_max(trace, regret) AS worstTrace
        FROM results
        GROUP BY predictor, parameters
        ORDER BY geomean(1 + regret), predictor
        LIMIT 5
        """);
    notebook.Show(
        "One predictor, decision by decision: where its CPU waste and its latency come from",
        """
        SELECT outcome, count(*) AS periods, sum(guestPollCaughtNs + guestPollFailedNs) AS guestPollNs,
               sum(hostPollCaughtNs + hostPollFailedNs) AS hostPollNs, sum(wasteNs) AS wasteNs, sum(latencyNs) AS latencyNs
        FROM periods
        WHERE scored
        GROUP BY outcome
        ORDER BY wasteNs DESC, outcome
        """);
    notebook.Show(
        "By how long the vCPU was idle: what a longer or a shorter window would change",
        """
        SELECT 1000 * pow(2, greatest(0, ceil(log2(arrivalNs / 1000))))::BIGINT AS upToNs, count(*) AS periods,
               round(100 * avg(caught::INT), 1) AS caughtPercent, quantile_disc(windowNs, 0.5) AS medianWindowNs, sum(wasteNs) AS wasteNs
        FROM periods
        WHERE scored AND arrivalNs > 0
        GROUP BY upToNs
        ORDER BY upToNs
        """);
    return 0;
}
catch (DuckDBException e)
{
    Console.Error.WriteLine(e.Message.Split('\n')[0]);
    return 3;
}
