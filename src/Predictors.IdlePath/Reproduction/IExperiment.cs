namespace Predictors.IdlePath;

/// <summary>A published experiment as a small synthetic workload that runs through the engine.</summary>
internal interface IExperiment
{
    /// <summary>The published table.</summary>
    string Table { get; }

    /// <summary>The machine profile that it runs on.</summary>
    string Profile { get; }

    /// <summary>Runs it.</summary>
    /// <param name="predictor">Gives a predictor by its SPEC.</param>
    ExperimentResult Run(Func<string, BoundPredictor> predictor);
}
