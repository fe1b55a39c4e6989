namespace Predictors.Traces.Generators;

/// <summary>The Pareto distribution between two bounds: its moments are finite whatever the shape.</summary>
/// <param name="leastNs">The least length, in ns.</param>
/// <param name="mostNs">The greatest length, in ns.</param>
/// <param name="shape">The tail's exponent, above 0.</param>
internal sealed class BoundedParetoLaw(double leastNs, double mostNs, double shape) : Law
{
    private readonly double _inside = 1 - PortableMath.Exp(shape * PortableMath.Log(leastNs / mostNs));

    public override Moments Moments
    {
        get
        {
            double mean = RawMoment(1);
            return new Moments(mean, RawMoment(2) - (mean * mean));
        }
    }

    public override double MaxNs => mostNs;

    public override double ShareWithin(double ns) =>
        ns <= leastNs ? 0 : ns >= mostNs ? 1 : (1 - Math.Pow(leastNs / ns, shape)) / _inside;

    public override Moments LongestOf(int count) =>
        throw new NotSupportedException("The longest of several lengths of a bounded Pareto distribution has no closed form here.");

    protected override double Quantile(double share) =>
        leastNs * PortableMath.Exp(-PortableMath.Log(1 - (share * _inside)) / shape);

    private double RawMoment(double order)
    {
        double scale = shape * Math.Pow(leastNs, shape) / _inside;
        return order == shape
            ? scale * Math.Log(mostNs / leastNs)
            : scale * (Math.Pow(leastNs, order - shape) - Math.Pow(mostNs, order - shape)) / (shape - order);
    }
}
