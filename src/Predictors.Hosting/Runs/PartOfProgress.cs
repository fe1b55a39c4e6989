namespace Predictors.Hosting;

/// <summary>The progress of one of several equal parts.</summary>
/// <param name="whole">Is told the share of all parts that is done.</param>
/// <param name="part">Which part, counted from 0.</param>
/// <param name="parts">How many there are.</param>
public sealed class PartOfProgress(IProgress<double> whole, int part, int parts) : IProgress<double>
{
    /// <inheritdoc/>
    public void Report(double value) => whole.Report((part + value) / parts);
}
