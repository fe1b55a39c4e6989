namespace Predictors.Traces.Generators;

/// <summary>Every length up to twice the mean is as likely.</summary>
internal sealed class UniformLaw(double meanNs) : Law
{
    public override Moments Moments => new(meanNs, MaxNs * MaxNs / 12);

    public override double MaxNs => 2 * meanNs;

    public override double ShareWithin(double ns) => Math.Clamp(ns / MaxNs, 0, 1);

    public override Moments LongestOf(int count)
    {
        double n = count;
        return new Moments(MaxNs * n / (n + 1), MaxNs * MaxNs * n / ((n + 1) * (n + 1) * (n + 2)));
    }

    protected override double Quantile(double share) => MaxNs * share;
}
