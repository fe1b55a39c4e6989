namespace Predictors.Traces.Generators;

/// <summary>Always the same length.</summary>
internal sealed class ConstantLaw(double lengthNs) : Law
{
    public override Moments Moments => new(lengthNs, 0);

    public override double MaxNs => lengthNs;

    public override double ShareWithin(double ns) => ns >= lengthNs ? 1 : 0;

    public override Moments LongestOf(int count) => Moments;

    protected override double Quantile(double share) => lengthNs;
}
