namespace Predictors.IdlePath;

/// <summary>Published tables, simulated: what the model is worth. What each experiment assumes is described in this folder's README.</summary>
public static class Reproduction
{
    private static readonly IExperiment[] s_experiments =
    [
        new ContextSwitchExperiment(),
        new HaltPollingExperiment(),
        new TransactionExitsExperiment(),
        new TimerOffloadExperiment(),
        new CapCollapseExperiment(),
        new DeadZoneExperiment(),
        new HysteresisExperiment(),
    ];

    /// <summary>The tables that can be reproduced.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. s_experiments.Select(e => e.Table)];

    /// <summary>Those that can't, and why.</summary>
    public static IReadOnlyList<UnreproducedTable> Unreproduced => PublishedTables.Unreproduced;

    /// <summary>Reproduces a table.</summary>
    /// <param name="table">One of <see cref="Tables"/>.</param>
    /// <param name="predictor">Gives a predictor by its SPEC: the rules that are published about, and halting.</param>
    /// <returns>The published figures beside the simulated ones.</returns>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public static ReproducedTable Run(string table, Func<string, BoundPredictor> predictor)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        IExperiment experiment = s_experiments.FirstOrDefault(e => e.Table == table)
            ?? throw new ArgumentException($"There is no table {table}; there are {string.Join(", ", Tables)}.", nameof(table));
        ExperimentResult result = experiment.Run(predictor);
        PublishedTable published = PublishedTables.Get(table);
        return new ReproducedTable(
            published, experiment.Profile, [.. published.Figures.Select(f => Beside(f, result.Figures))], result.Orders, result.Notes);
    }

    private static ReproducedFigure Beside(PublishedFigure published, IReadOnlyList<SimulatedFigure> simulated)
    {
        SimulatedFigure figure = simulated.Single(s => s.Configuration == published.Configuration && s.Metric == published.Metric);
        return new ReproducedFigure(published, figure.Value, figure.IsFitted);
    }
}
