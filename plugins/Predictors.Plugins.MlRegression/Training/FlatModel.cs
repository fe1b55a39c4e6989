using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Transforms;
using Predictors.Plugins.MlRegression.Models;

namespace Predictors.Plugins.MlRegression.Training;

/// <summary>Copies what Microsoft.ML learned into flat arrays.</summary>
internal static class FlatModel
{
    /// <summary>The flat form of a fitted model; exactly one of the two is not null.</summary>
    public static (LinearModel? Linear, TreeModel? Trees) Extract(ITransformer fitted) => fitted switch
    {
        ISingleFeaturePredictionTransformer<TreeEnsembleModelParametersBasedOnRegressionTree> t => (null, Flatten(t.Model.TrainedTreeEnsemble)),
        TransformerChain<RegressionPredictionTransformer<LinearRegressionModelParameters>> chain => (Fold(chain), null),
        _ => throw new ArgumentException($"{fitted.GetType()} is neither a linear model nor trees.", nameof(fitted)),
    };

    // weight · (feature - offset) · scale, multiplied out.
    private static LinearModel Fold(TransformerChain<RegressionPredictionTransformer<LinearRegressionModelParameters>> chain)
    {
        LinearRegressionModelParameters linear = chain.LastTransformer.Model;
        var normalizer = (NormalizingTransformer.AffineNormalizerModelParameters<ImmutableArray<float>>)
            chain.OfType<NormalizingTransformer>().Single().GetNormalizerModelParameters(0);
        var weights = new double[linear.Weights.Count];
        double bias = linear.Bias;
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (double)linear.Weights[i] * normalizer.Scale[i];
            bias -= normalizer.Offset.IsDefaultOrEmpty ? 0 : weights[i] * normalizer.Offset[i];
        }

        return new LinearModel { Weights = weights, Bias = bias };
    }

    private static TreeModel Flatten(RegressionTreeEnsemble ensemble)
    {
        var roots = new List<int>();
        var features = new List<int>();
        var thresholds = new List<float>();
        var left = new List<int>();
        var right = new List<int>();
        var leaves = new List<double>();
        for (int t = 0; t < ensemble.Trees.Count; t++)
        {
            RegressionTree tree = ensemble.Trees[t];
            int firstNode = features.Count;
            int firstLeaf = leaves.Count;
            int Child(int child) => child >= 0 ? firstNode + child : ~(firstLeaf + ~child);

            // A tree without a split is its one leaf.
            roots.Add(tree.NumberOfNodes > 0 ? firstNode : ~firstLeaf);
            features.AddRange(tree.NumericalSplitFeatureIndexes);
            thresholds.AddRange(tree.NumericalSplitThresholds);
            left.AddRange(tree.LeftChild.Select(Child));
            right.AddRange(tree.RightChild.Select(Child));
            leaves.AddRange(tree.LeafValues.Select(leaf => leaf * ensemble.TreeWeights[t]));
        }

        return new TreeModel
        {
            Roots = [.. roots],
            Features = [.. features],
            Thresholds = [.. thresholds],
            Left = [.. left],
            Right = [.. right],
            Leaves = [.. leaves],
            Bias = ensemble.Bias,
        };
    }
}
