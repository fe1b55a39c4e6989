namespace Predictors.Cli;

/// <summary>The progress of one of several equal parts.</summary>
internal sealed class PartOfProgress(IProgress<double> whole, int part, int parts) : IProgress<double>
{
    public void Report(double value) => whole.Report((part + value) / parts);
}
