namespace Predictors.Traces.Generators;

/// <summary>The exponential distribution: how long it has lasted says nothing of how long it will.</summary>
internal sealed class ExponentialLaw(double meanNs) : Law
{
    // A draw is a multiple of 2^-53.
    private const double LongestInMeans = 37;

    public override Moments Moments => new(meanNs, meanNs * meanNs);

    public override double MaxNs => LongestInMeans * meanNs;

    public override double ShareWithin(double ns) => ns <= 0 ? 0 : 1 - Math.Exp(-ns / meanNs);

    // The gaps between the order statistics are independent and exponential with means m/n, m/(n-1), ... m.
    public override Moments LongestOf(int count)
    {
        double mean = 0;
        double variance = 0;
        for (int i = 1; i <= count; i++)
        {
            mean += meanNs / i;
            variance += meanNs * meanNs / ((double)i * i);
        }

        return new Moments(mean, variance);
    }

    protected override double Quantile(double share) => -meanNs * PortableMath.Log(share);
}
