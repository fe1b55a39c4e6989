namespace Predictors.Traces.Generators;

/// <summary>The Pareto distribution: a heavy tail above a least length.</summary>
/// <param name="meanNs">The mean, in ns.</param>
/// <param name="shape">The tail's exponent, above 2 so that the variance is finite.</param>
internal sealed class ParetoLaw(double meanNs, double shape) : Law
{
    private const double LongestLog = 37;

    private readonly double _leastNs = meanNs * (shape - 1) / shape;

    public override Moments Moments => LongestOf(1);

    public override double MaxNs => _leastNs * PortableMath.Exp(LongestLog / shape);

    public override double ShareWithin(double ns) => ns <= _leastNs ? 0 : 1 - Math.Pow(_leastNs / ns, shape);

    // E[max^k] = least^k * n * B(n, 1 - k/shape), and the beta function of whole n is a product.
    public override Moments LongestOf(int count)
    {
        double mean = _leastNs;
        double square = _leastNs * _leastNs;
        for (int i = 1; i <= count; i++)
        {
            mean *= i / (i - (1 / shape));
            square *= i / (i - (2 / shape));
        }

        return new Moments(mean, square - (mean * mean));
    }

    protected override double Quantile(double share) => _leastNs * PortableMath.Exp(-PortableMath.Log(share) / shape);
}
