namespace Predictors.Traces.Generators;

/// <summary>What is known of lengths of which a share follows one law and the rest another.</summary>
/// <param name="share">The share of the first.</param>
/// <param name="first">The first law.</param>
/// <param name="second">The second law.</param>
internal sealed class MixedLaw(double share, Law first, Law second)
{
    public Moments Moments
    {
        get
        {
            double mean = Mix(first.Moments.MeanNs, second.Moments.MeanNs);
            return new Moments(mean, Mix(Square(first.Moments), Square(second.Moments)) - (mean * mean));
        }
    }

    public double ShareWithin(double ns) => Mix(first.ShareWithin(ns), second.ShareWithin(ns));

    private static double Square(Moments moments) => moments.VarianceNs2!.Value + (moments.MeanNs * moments.MeanNs);

    private double Mix(double a, double b) => (share * a) + ((1 - share) * b);
}
