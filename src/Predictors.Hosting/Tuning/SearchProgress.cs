namespace Predictors.Hosting;

/// <summary>The progress of rounds whose number is not known: each takes a tenth of what is left.</summary>
internal sealed class SearchProgress(IProgress<double> whole)
{
    private const double Share = 0.1;

    private double _done;

    /// <summary>The progress of the next round.</summary>
    public IProgress<double> Next()
    {
        double begin = _done;
        double part = (1 - begin) * Share;
        _done += part;
        return new Round(value => whole.Report(begin + (part * value)));
    }

    private sealed class Round(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
