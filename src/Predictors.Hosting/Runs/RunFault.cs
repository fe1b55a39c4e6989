namespace Predictors.Hosting;

/// <summary>A predictor that failed on a trace.</summary>
/// <param name="File">The plugin's DLL.</param>
/// <param name="Spec">The predictor and its parameters.</param>
/// <param name="Trace">The trace's name.</param>
/// <param name="Reason">What went wrong, where, and the bound.</param>
public sealed record RunFault(string File, string Spec, string Trace, string Reason)
{
    /// <summary>File, predictor, trace and reason in one line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{File}: {Spec} on {Trace}: {Reason}";
}
